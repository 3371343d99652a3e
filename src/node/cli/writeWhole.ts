/**
 * Files that are written whole or not at all: a disk may fill in the middle.
 */
import { rename, rm, stat, writeFile } from 'node:fs/promises'

/** What is no ordinary file, as /dev/stdout, is written to as it is. */
export const writeWhole = async (file: string, text: string): Promise<void> => {
  const existing = await stat(file).catch(() => undefined)
  if (existing !== undefined && !existing.isFile()) return writeFile(file, text)
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, text)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
