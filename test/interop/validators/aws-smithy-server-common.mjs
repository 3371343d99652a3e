/** The validators that Smithy generates for a TypeScript server of the operation, with the page's lengths and patterns. */
import { CompositeValidator, LengthValidator, PatternValidator } from '@aws-smithy/server-common'
import { answerLines } from './lines.mjs'

const idOf = (maximum, pattern) => {
  const validator = new CompositeValidator([new LengthValidator(1, maximum), new PatternValidator(pattern)])
  return (id) => validator.validate(id, 'id').length === 0
}

await answerLines({ ClientId: idOf(128, '[\\w+]+'), UserPoolId: idOf(55, '[\\w-]+_[0-9a-zA-Z]+') })
