/**
 * Servers that read the target or the method too freely.
 */
import { header, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../../src/protocol/index.js'
import { failingOther, receiving } from '../changes.js'
import { type Fault, fault } from '../Variant.js'

const targetOf = ({ headers }: HttpRequest): string => header(headers, 'x-amz-target') ?? ''

const right = `${TARGET_PREFIX}${OPERATION}`

/** A target like this is taken for that of List. */
const taken = (name: string, description: string, is: (target: string) => boolean): Fault =>
  fault(
    name,
    description,
    ['request.operation.unknown'],
    receiving((request) =>
      targetOf(request) !== right && is(targetOf(request))
        ? { ...request, headers: { ...request.headers, 'x-amz-target': right } }
        : undefined
    )
  )

const method = (name: string): Fault =>
  fault(
    `${name} as POST`,
    'A router that takes every method of a path.',
    ['request.method.post'],
    receiving((request) => (request.method === name ? { ...request, method: 'POST' } : undefined))
  )

export const targetFaults: ReadonlyArray<Fault> = [
  taken(
    'a target in any case',
    'Operations are looked up in lower case.',
    (t) => t.toLowerCase() === right.toLowerCase()
  ),
  taken('a target without its service', 'What stands before the point is optional.', (t) => t === OPERATION),
  taken(
    'a target of any service',
    'What stands behind the last point is the operation.',
    (t) => t.split('.').at(-1) === OPERATION
  ),
  taken('a target with more behind it', 'Operations are found by how they begin.', (t) => t.startsWith(right)),
  taken('a target trimmed of a slash', 'It goes through a router.', (t) => t.replace(/^\/|\/$/g, '') === right),
  fault(
    'an unknown operation 500',
    'By its right name, and with the status of a crash.',
    ['request.operation.unknown'],
    failingOther((response) => ({ ...response, status: 500 }))
  ),
  method('PATCH'),
  method('HEAD')
]
