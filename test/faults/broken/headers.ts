/**
 * Servers that read method, target or content type wrong.
 */
import { header, type HttpRequest, OPERATION, TARGET_PREFIX } from '../../../src/protocol/index.js'
import { crash, refusal } from '../service.js'
import { receiving } from '../changes.js'
import { type Fault, fault } from '../Variant.js'

/** Neither List nor one of the calls around it. */
const isUnknown = ({ headers }: HttpRequest): boolean => {
  const target = header(headers, 'x-amz-target') ?? ''
  return target !== `${TARGET_PREFIX}${OPERATION}` && !/\.(?:Create|Describe|Delete|Add)UserPool/.test(target)
}

const asList = (request: HttpRequest): HttpRequest => ({
  ...request,
  method: 'POST',
  headers: { ...request.headers, 'x-amz-target': `${TARGET_PREFIX}${OPERATION}` }
})

export const headerFaults: ReadonlyArray<Fault> = [
  fault(
    'parameters of a content type refused',
    'The header is compared as a whole.',
    ['request.contentType.parametersIgnored'],
    receiving(({ headers }) =>
      header(headers, 'content-type')?.includes(';')
        ? refusal('UnknownOperationException', 'Unknown content type')
        : undefined
    )
  ),
  fault(
    'a charset in capitals refused',
    'utf-8 is known, UTF-8 is not.',
    ['request.contentType.parametersIgnored'],
    receiving(({ headers }) =>
      header(headers, 'content-type')?.includes('UTF-8')
        ? refusal('SerializationException', 'Unknown charset')
        : undefined
    )
  ),
  fault(
    'a media type in capitals refused',
    'It is compared as it stands.',
    ['request.contentType.parametersIgnored'],
    receiving(({ headers }) =>
      /^[^;]*[A-Z]/.test(header(headers, 'content-type') ?? '')
        ? refusal('UnknownOperationException', 'Unknown content type')
        : undefined
    )
  ),
  fault(
    'a media type in capitals unsupported',
    'A body parser is chosen by it, and none is found.',
    ['request.contentType.parametersIgnored'],
    receiving(({ headers }) =>
      /^[^;]*[A-Z]/.test(header(headers, 'content-type') ?? '') ? { status: 415, headers: {}, body: '' } : undefined
    )
  ),
  fault(
    'a quoted parameter refused',
    'Parameters are split at their semicolons.',
    ['request.contentType.parametersIgnored'],
    receiving(({ headers }) =>
      (header(headers, 'content-type') ?? '').includes('"')
        ? refusal('SerializationException', 'Unknown parameter')
        : undefined
    )
  ),
  fault(
    'any operation is List',
    'The target is not looked at.',
    ['request.operation.unknown'],
    receiving((request) => (isUnknown(request) ? asList(request) : undefined))
  ),
  fault(
    'an unknown operation not found',
    'The error of an unknown path.',
    ['request.operation.unknown'],
    receiving((request) => (isUnknown(request) ? { status: 404, headers: {}, body: '' } : undefined))
  ),
  fault(
    'an unknown operation a crash',
    'A function that is not there is called.',
    ['request.operation.unknown'],
    receiving((request) => (isUnknown(request) ? crash : undefined))
  ),
  fault(
    'any method',
    'The method is not looked at.',
    ['request.method.post'],
    receiving((request) => (request.method === 'POST' ? undefined : asList(request)))
  ),
  fault(
    'GET',
    'The method of what only reads.',
    ['request.method.post'],
    receiving((request) => (request.method === 'GET' ? asList(request) : undefined))
  ),
  fault(
    'PUT',
    'One method too many.',
    ['request.method.post'],
    receiving((request) => (request.method === 'PUT' ? asList(request) : undefined))
  ),
  fault(
    'a crash at GET',
    'A body that is not there is read.',
    ['request.method.post'],
    receiving(({ method }) => (method === 'GET' ? crash : undefined))
  )
]
