import { httpTarget } from './dist/node/index.js'
import { signer } from './dist/node/signer.js'
const url = process.argv[2]
const HEADERS = {'content-type': 'application/x-amz-json-1.1','x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPoolClientSecrets'}
const body = '{"ClientId":"1h57kf5cpq17m0eml12example","UserPoolId":"us-east-1_Nobody123"}'
const loop = async send => { const w = async () => { for (let i = 0; i < 2500; i++) await send() }; await Promise.all([w(), w(), w(), w()]); return 10000 }
const t = async () => { const { target, close } = httpTarget(url); const c=new AbortController(); const n = await loop(() => { const c = new AbortController(); return target({ method: 'POST', path: '/', headers: HEADERS, body }, c.signal) }); close(); return n }
const s = async () => { const f = signer('us-east-1', { accessKeyId: 'a', secretAccessKey: 'b' }), u = new URL(url); return loop(async () => f({ method: 'POST', path: '/', headers: HEADERS, body }, u)) }
const m = async (n, f) => { const c = process.cpuUsage(), t = performance.now(); const k = await f(); const d = process.cpuUsage(c), w = performance.now() - t
  console.log(n.padEnd(8), Math.round(1000 * k / w), 'req/s', 'wall ms/req', (w / k).toFixed(3), 'cpu ms/req user', (d.user / 1000 / k).toFixed(3), 'sys', (d.system / 1000 / k).toFixed(3)) }
for (let i = 0; i < 4; i++) { await m('target', t); await m('sign', s) }
