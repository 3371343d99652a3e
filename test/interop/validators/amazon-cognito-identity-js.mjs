import { CognitoUserPool } from 'amazon-cognito-identity-js'
import { answerLines } from './lines.mjs'

const good = { ClientId: '1h57kf5cpq17m0eml12example', UserPoolId: 'us-east-1_Example12', Storage: {} }

await answerLines({
  ClientId: (ClientId) => new CognitoUserPool({ ...good, ClientId }),
  UserPoolId: (UserPoolId) => new CognitoUserPool({ ...good, UserPoolId })
})
