import { laws } from 'cognito-secrets-contract/conformance'
import { handler } from './implementation.js'

for (const law of laws(handler)) test(law.title, law.run, 60_000)
