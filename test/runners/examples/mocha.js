import { it } from 'mocha'
import { laws } from 'cognito-secrets-contract/conformance'
import { handler } from './implementation.js'

for (const law of laws(handler)) it(law.title, law.run).timeout(60_000)
