import { createServer } from 'node:http'
import { verify } from './dist/conformance.js'
import { httpTarget, listen } from './dist/node/index.js'
import { inMemory } from './dist/reference/index.js'
import { Server } from 'node:net'
let conns = 0; const emit = Server.prototype.emit; Server.prototype.emit = function (e, ...a) { if (e === 'connection') conns++; return emit.call(this, e, ...a) }
const inner = inMemory({ now: () => new Date(), seed: 1 }); let chunked = 0, ops = {}
const s = await listen(async (r) => { const op=r.headers['x-amz-target']?.split('.')[1]; ops[op]=(ops[op]??0)+1; if (r.headers['transfer-encoding']) chunked++; return inner(r) })
const { target, close } = httpTarget(s.url); const r = await verify(target, { seed: 1 }); close(); await s.close()
console.log({ conns, chunked, ops, req: r.requests })
