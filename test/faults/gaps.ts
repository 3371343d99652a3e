/**
 * Faults that the suite does not find yet and right implementations that it fails, each with what is missing. The
 * tests expect them to fail, so that an entry has to go as soon as the suite knows better.
 */
export const gaps: Readonly<Record<string, string>> = {
  // nothing known is found twice
}
