/**
 * The request of any operation, unsigned.
 */
import { CONTENT_TYPE, type HttpRequest, TARGET_PREFIX } from '../../../protocol/index.js'

export const operationRequest = (operation: string, input: object): HttpRequest => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': CONTENT_TYPE, 'x-amz-target': `${TARGET_PREFIX}${operation}` },
  body: JSON.stringify(input)
})
