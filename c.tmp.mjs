import { verify } from './dist/conformance.js'
import { httpTarget } from './dist/node/index.js'
import { inMemory } from './dist/reference/index.js'
const url = process.argv[2]
for (let i = 0; i < 6; i++) {
if (url === 'in') await verify(inMemory({ now: () => new Date(), seed: 1 }), { seed: 1 })
else { const { target, close } = httpTarget(url); await verify(target, { seed: 1, url }); close() }
}
