import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { answerLines } from './lines.mjs'

const good = { userPoolId: 'us-east-1_Example12', tokenUse: 'access', clientId: '1h57kf5cpq17m0eml12example' }

await answerLines({
  ClientId: (clientId) => CognitoJwtVerifier.create({ ...good, clientId }),
  UserPoolId: (userPoolId) => CognitoJwtVerifier.create({ ...good, userPoolId })
})
