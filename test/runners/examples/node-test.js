import { after, test } from 'node:test'
import { laws } from 'cognito-secrets-contract/conformance'
import { httpTarget } from 'cognito-secrets-contract/node'

const { target, close } = httpTarget(process.env.TARGET_URL ?? 'http://127.0.0.1:9229')
after(close)
for (const law of laws(target)) test(law.title, law.run)
