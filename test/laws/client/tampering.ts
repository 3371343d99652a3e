/**
 * Where faults go: our client with something put before it (another reading of the answer) or behind it (another use
 * of what was read).
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js'
import { toError } from '../../../src/index.js'
import type { Client } from './outcomeOf.js'
import {
  decodeResponse,
  type HttpResponse,
  type ListUserPoolClientSecretsFailure
} from '../../../src/protocol/index.js'

export type Json = Record<string, unknown>

export const textOf = ({ body }: HttpResponse): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body)

export const jsonOf = (response: HttpResponse): unknown => {
  try {
    return JSON.parse(textOf(response)) as unknown
  } catch {
    return undefined
  }
}

export const isObject = (u: unknown): u is Json => typeof u === 'object' && u !== null && !Array.isArray(u)

export const reading =
  (change: (response: HttpResponse) => HttpResponse): Client =>
  (response) =>
    decodeResponse(change(response))

/** Changes the body of every answer that has a JSON object for one. */
export const readingBody = (change: (body: Json, response: HttpResponse) => unknown): Client =>
  reading((response) => {
    const body = jsonOf(response)
    return isObject(body) ? { ...response, body: JSON.stringify(change(body, response)) } : response
  })

export const readingDescriptors = (change: (descriptor: Json) => unknown): Client =>
  readingBody((body) =>
    Array.isArray(body['ClientSecrets'])
      ? { ...body, ClientSecrets: body['ClientSecrets'].map((d) => (isObject(d) ? change(d) : d)) }
      : body
  )

export const withDates =
  (change: (date: Date) => Date): Client =>
  (response) => {
    const read = decodeResponse(response)
    if (read._tag === 'Left') return read
    return right({
      ClientSecrets: read.right.ClientSecrets.map((d) =>
        d.ClientSecretCreateDate === undefined ? d : { ...d, ClientSecretCreateDate: change(d.ClientSecretCreateDate) }
      )
    })
  }

export const withError =
  (
    change: (error: ListUserPoolClientSecretsFailure, response: HttpResponse) => ListUserPoolClientSecretsFailure
  ): Client =>
  (response) => {
    const read = decodeResponse(response)
    return read._tag === 'Left' ? left(change(read.left, response)) : read
  }

export const refuse = (status: number): Either<ListUserPoolClientSecretsFailure, never> =>
  left({ _tag: 'ContractViolation', status, message: 'refused', violations: [] })

export const refusing =
  (isBad: (response: HttpResponse) => boolean): Client =>
  (response) =>
    isBad(response) ? refuse(response.status) : decodeResponse(response)

/** The name as it stands in one place, stripped of nothing but what `strip` takes. */
export const namedRaw = (strip: (raw: string) => string): Client =>
  withError((error, { headers, status, ...response }) => {
    const body = jsonOf({ headers, status, ...response })
    const inHeader = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amzn-errortype')?.[1]
    const raw = [inHeader, ...(isObject(body) ? [body['code'], body['__type']] : [])].find((u) => typeof u === 'string')
    return error._tag === 'ContractViolation' || typeof raw !== 'string'
      ? error
      : toError({ ...error, status, type: strip(raw) })
  })

export const withoutHeader = (response: HttpResponse): HttpResponse => ({
  ...response,
  headers: Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => name.toLowerCase() !== 'x-amzn-errortype')
  )
})

/** Answers without one member at the top. */
export const without = (name: string): Client =>
  readingBody((body) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name)))

export const hasNull = (u: unknown): boolean =>
  u === null || (typeof u === 'object' && Object.values(u as object).some(hasNull))
