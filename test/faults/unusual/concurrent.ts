/**
 * Servers that order changes at the same time in their own way, and lose none.
 */
import type { HttpResponse } from '../../../src/protocol/index.js'
import { publicClientsTakeSecrets } from '../broken/lives.js'
import { atOnce, isChange, type Race, racing, wait } from '../racing.js'
import { refusal } from '../service.js'
import { unusual, type Variant } from '../Variant.js'

const variant = (name: string, description: string, make: () => (race: Race) => Promise<HttpResponse>): Variant => ({
  name,
  description,
  make: racing(make)
})

export const unusualConcurrent: ReadonlyArray<Variant> = [
  variant('one change at a time, others refused', 'Who comes second is to try again.', () => {
    const busy = new Set<unknown>()
    return async (race) => {
      if (!isChange(race.operation)) return atOnce(race)
      if (busy.has(race.clientId)) return refusal('ConcurrentModificationException', 'Try again')
      busy.add(race.clientId)
      await race.wait()
      busy.delete(race.clientId)
      return atOnce(race)
    }
  }),
  variant('one change at a time, others throttled', 'Who comes second waits.', () => {
    const busy = new Set<unknown>()
    return async (race) => {
      if (!isChange(race.operation)) return atOnce(race)
      if (busy.has(race.clientId)) return refusal('TooManyRequestsException', 'Rate exceeded')
      busy.add(race.clientId)
      await race.wait()
      busy.delete(race.clientId)
      return atOnce(race)
    }
  }),
  variant('changes in a queue', 'Lists are answered at once, with what is done so far.', () => {
    let last: Promise<unknown> = Promise.resolve()
    return (race) => {
      if (!isChange(race.operation)) return Promise.resolve(atOnce(race))
      const mine = last.then(wait).then(() => atOnce(race))
      last = mine
      return mine
    }
  }),
  variant('changes done before they are answered', 'A List on the way shows them already.', () => async (race) => {
    const response = atOnce(race)
    if (isChange(race.operation)) await race.wait()
    return response
  }),
  variant('the newest call first', 'A stack in place of a queue.', () => {
    const stack: Array<() => void> = []
    return (race) =>
      new Promise((resolve) => {
        stack.push(() => resolve(atOnce(race)))
        setImmediate(() => stack.pop()?.())
      })
  }),
  variant('Lists from before a change', 'A snapshot is taken when the List arrives.', () => async (race) => {
    const state = race.state()
    if (isChange(race.operation)) return atOnce(race)
    await race.wait()
    return race.operation === 'ListUserPoolClientSecrets' ? race.on(state)[1] : atOnce(race)
  }),
  unusual('public clients that take secrets', 'They are as good as those made with one.', publicClientsTakeSecrets),
  unusual('a value used once', 'An Add of a value that was ever used is refused.', () => {
    const used = new Set<unknown>()
    return (call, next) => {
      if (call.operation !== 'AddUserPoolClientSecret' || call.input['ClientSecret'] === undefined) return next()
      if (used.has(call.input['ClientSecret'])) return refusal('InvalidParameterException', 'Used before')
      const response = next()
      if (response.status === 200) used.add(call.input['ClientSecret'])
      return response
    }
  })
]
