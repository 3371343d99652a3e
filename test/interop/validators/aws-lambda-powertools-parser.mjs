/** The zod schema of the event of a Lambda trigger, which holds both ids. */
import { PreSignupTriggerSchema } from '@aws-lambda-powertools/parser/schemas'
import { answerLines } from './lines.mjs'

const { userPoolId, callerContext } = PreSignupTriggerSchema.shape

await answerLines({
  ClientId: (id) => callerContext.shape.clientId.safeParse(id).success,
  UserPoolId: (id) => userPoolId.safeParse(id).success
})
