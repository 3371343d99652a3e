import { Agent, request } from 'node:http'
import { verify } from './dist/conformance.js'
import { httpTarget } from './dist/node/index.js'
import { inMemory } from './dist/reference/index.js'
const url = process.argv[2]
const HEADERS = {'content-type': 'application/x-amz-json-1.1','x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'}
const BODY = '{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'
const bare = async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const send = () => new Promise((resolve, reject) => {
    request(url, { agent, method: 'POST', headers: { ...HEADERS, 'content-length': BODY.length } }, (m) => { m.on('data', () => {}); m.on('end', resolve) }).on('error', reject).end(BODY)
  })
  const w = async () => { for (let i = 0; i < 1250; i++) await send() }
  await Promise.all([w(), w(), w(), w()]); agent.destroy(); return 5000
}
const sock = async () => { const { target, close } = httpTarget(url); const r = await verify(target, { seed: 1, url }); close(); if (r.verdict !== 'passed') console.log(r.verdict); return r.requests }
const inproc = async () => (await verify(inMemory({ now: () => new Date(), seed: 1 }), { seed: 1 })).requests
const m = async (n, f) => { const c = process.cpuUsage(), t = performance.now(); const k = await f(); const d = process.cpuUsage(c), w = performance.now() - t
  console.log(n.padEnd(8), Math.round(1000 * k / w), 'req/s', 'wall ms/req', (w / k).toFixed(3), 'cpu ms/req user', (d.user / 1000 / k).toFixed(3), 'sys', (d.system / 1000 / k).toFixed(3)) }
for (let i = 0; i < (Number(process.argv[3]) || 4); i++) { await m('bare', bare); await m('sock', sock); await m('inproc', inproc) }
