/**
 * Asks a validator about one id a line, `{"ClientId": …}` or `{"UserPoolId": …}`, and prints whether it accepts it. A
 * validator refuses an id by throwing or by returning false.
 */
import { createInterface } from 'node:readline'

const accepts = (validator, id) => {
  try {
    return validator(id) !== false
  } catch {
    return false
  }
}

export const answerLines = async (validators) => {
  for await (const line of createInterface({ input: process.stdin })) {
    const [[member, id] = []] = Object.entries(JSON.parse(line))
    console.log(accepts(validators[member], id))
  }
}
