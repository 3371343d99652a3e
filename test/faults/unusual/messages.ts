/**
 * Servers whose HTTP and JSON are right, and not as the reference writes them.
 */
import { type HttpResponse } from '../../../src/protocol/index.js'
import { type Change, serve } from '../service.js'
import { always, bodies } from '../changes.js'
import { unusual, type Variant } from '../Variant.js'

const headers = (f: (headers: HttpResponse['headers']) => HttpResponse['headers']): Change =>
  always((response) => ({ ...response, headers: f(response.headers) }))

export const unusualMessages: ReadonlyArray<Variant> = [
  unusual(
    'pretty-printed JSON',
    'White space carries no meaning.',
    bodies((s) => `\n${JSON.stringify(JSON.parse(s), null, 2)}\r\n`)
  ),
  unusual(
    'JSON in escapes',
    'Any character may be written so.',
    bodies((s) => s.replaceAll(/[CDM](?=\w)/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`))
  ),
  unusual(
    'bodies as bytes',
    'As most servers have them.',
    bodies((s) => Buffer.from(s))
  ),
  unusual(
    'a charset',
    'Parameters of a media type carry no meaning here.',
    headers((h) => ({ ...h, 'content-type': 'application/x-amz-json-1.1; charset=utf-8' }))
  ),
  unusual(
    'a media type in capitals',
    'Media types have no case.',
    headers((h) => ({ ...h, 'content-type': 'Application/X-AMZ-JSON-1.1' }))
  ),
  unusual(
    'header names in odd case',
    'Header names have no case.',
    headers((h) =>
      Object.fromEntries(Object.entries(h).map(([name, value]) => [name.toUpperCase().replace('TYPE', 'tyPe'), value]))
    )
  ),
  unusual(
    'more headers',
    'Of proxies, of CORS, of AWS.',
    headers((h) => ({
      ...h,
      'x-amzn-RequestId': 'c1a7',
      via: '1.1 proxy',
      'set-cookie': ['a=b', 'c=d'],
      'access-control-allow-origin': '*',
      etag: '"1"'
    }))
  ),
  unusual(
    'connections closed',
    'One call each.',
    headers((h) => ({ ...h, connection: 'close' }))
  ),
  unusual(
    'chunks',
    'No Content-Length.',
    headers((h) => ({ ...h, 'transfer-encoding': 'chunked' }))
  ),
  {
    name: 'answers out of order',
    description: 'Some calls take longer than others.',
    make: () => {
      const service = serve()()
      let calls = 0
      return async (request) => {
        const response = await service(request)
        await new Promise((resolve) => setTimeout(resolve, (++calls * 7) % 4))
        return response
      }
    }
  }
]
