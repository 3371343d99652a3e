/**
 * All faults, by theme.
 */
import type { Fault } from '../Variant.js'
import { bodyFaults } from './bodies.js'
import { chunkFaults } from './chunks.js'
import { clockFaults } from './clocks.js'
import { concurrentFaults } from './concurrent.js'
import { connectionFaults } from './connections.js'
import { dateFaults } from './dates.js'
import { deletionFaults } from './deletions.js'
import { encodedLeakFaults } from './encodedLeaks.js'
import { envelopeFaults } from './envelopes.js'
import { errorFormFaults } from './errorForms.js'
import { errorMessageFaults } from './errorMessages.js'
import { errorStatusFaults } from './errorStatuses.js'
import { forgivingLookupFaults } from './forgivingLookups.js'
import { foundFaults } from './found.js'
import { headerFaults } from './headers.js'
import { idFaults } from './ids.js'
import { intermittentFaults } from './intermittent.js'
import { jsonWritingFaults } from './jsonWritings.js'
import { leakFaults } from './leaks.js'
import { lenientJsonFaults } from './lenientJson.js'
import { lifeFaults } from './lives.js'
import { memberFaults } from './members.js'
import { mixedViolationFaults } from './mixedViolations.js'
import { notFoundFaults } from './notFound.js'
import { otherKeyFaults } from './otherKeys.js'
import { otherWayFaults } from './otherWays.js'
import { outOfDateFaults } from './outOfDate.js'
import { paginationFaults } from './pagination.js'
import { rareEncodingFaults } from './rareEncodings.js'
import { sdkHeaderFaults } from './sdkHeaders.js'
import { secretIdFaults } from './secretIds.js'
import { siblingMemberFaults } from './siblingMembers.js'
import { skippedCheckFaults } from './skippedChecks.js'
import { successFaults } from './successes.js'
import { successMemberFaults } from './successMembers.js'
import { targetFaults } from './targets.js'
import { timedFaults } from './timed.js'
import { tooLittleFaults } from './tooLittle.js'
import { tooMuchFaults } from './tooMuch.js'
import { transportFaults } from './transport.js'
import { validationFaults } from './validation.js'

export const faults: ReadonlyArray<Fault> = [
  ...idFaults,
  ...memberFaults,
  ...validationFaults,
  ...bodyFaults,
  ...headerFaults,
  ...foundFaults,
  ...notFoundFaults,
  ...tooLittleFaults,
  ...tooMuchFaults,
  ...outOfDateFaults,
  ...successFaults,
  ...successMemberFaults,
  ...secretIdFaults,
  ...dateFaults,
  ...leakFaults,
  ...encodedLeakFaults,
  ...errorFormFaults,
  ...errorMessageFaults,
  ...errorStatusFaults,
  ...intermittentFaults,
  ...transportFaults,
  ...forgivingLookupFaults,
  ...mixedViolationFaults,
  ...siblingMemberFaults,
  ...paginationFaults,
  ...lenientJsonFaults,
  ...concurrentFaults,
  ...lifeFaults,
  ...clockFaults,
  ...chunkFaults,
  ...connectionFaults,
  ...jsonWritingFaults,
  ...targetFaults,
  ...deletionFaults,
  ...sdkHeaderFaults,
  ...otherKeyFaults,
  ...rareEncodingFaults,
  ...otherWayFaults,
  ...skippedCheckFaults,
  ...timedFaults,
  ...envelopeFaults
]
