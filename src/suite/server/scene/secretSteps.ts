/**
 * The steps that give a client a secret and take one away, and what the suite then knows: also where a call was refused
 * and may have been carried out all the same.
 */
import { findClient, type World } from '../../../laws/server/World.js'
import type { AddSecretStep } from '../../../generators/TestCase.js'
import { addedSecret, carriedOut, idsOf, secretId, sendAdd, sendDelete } from './secretCalls.js'
import type { Session } from '../target/Session.js'
import { changeSecrets, doubtSecrets, forgetSecrets, updateClient } from './worldChanges.js'

/** `stuck` says why the rest of the case makes no sense. */
export type SceneStepped = { readonly world: World; readonly stuck?: string }

/** Nothing is asked about what the suite has not made: a refusal would say nothing about the target. */
export const unknown = (world: World): SceneStepped => ({ world, stuck: 'it names what is not there' })

export const addStep = async (
  session: Session,
  world: World,
  step: AddSecretStep,
  key: string
): Promise<SceneStepped> => {
  const { client: name, own, value } = step
  const ids = idsOf(world, name)
  if (ids === undefined) return unknown(world)
  const client = findClient(world, name)
  const before = client?.secrets?.length ?? 0
  const answer = await sendAdd(session, ids, step, key)
  if (answer.problem === undefined) {
    if (before >= 2 && client?.doubt === undefined) {
      session.note('AddUserPoolClientSecret accepted what should have been a third secret')
    }
    return {
      // an earlier try may have added one as well
      world: answer.isUnsure
        ? forgetSecrets(world, name)
        : changeSecrets(world, name, (secrets) => [...secrets, addedSecret(answer, own)])
    }
  }
  const isLimit = answer.problem.startsWith('LimitExceededException')
  if (before >= 2) {
    if (!isLimit) {
      session.note(`AddUserPoolClientSecret refused a third secret as ${answer.problem}`)
    }
    return { world: updateClient(world, name, (one) => ({ ...one, refusedAdd: true, keepsLimit: true })) }
  }
  // what was lost may have been that the secret was added
  if (answer.status === 0) return { world: forgetSecrets(world, name) }
  // a client without the secret is still a client to list; one made without a secret need not take any, nor a client
  // the value of another, nor one a third secret: there may be two where nobody knows for sure
  const isSure = client?.secrets !== undefined && client.doubt === undefined
  if (!client?.isPublic && value === undefined && (isSure || !isLimit)) {
    session.note(`AddUserPoolClientSecret failed: ${answer.problem}`)
  }
  if (answer.status >= 500 || answer.isUnsure) return { world: forgetSecrets(world, name) }
  return {
    world: doubtSecrets(world, name, carriedOut('addUserPoolClientSecret', answer.problem), (all) => [
      ...all,
      addedSecret(answer, own)
    ])
  }
}

export const deleteSecretStep = async (
  session: Session,
  world: World,
  name: string,
  position: number
): Promise<SceneStepped> => {
  const ids = idsOf(world, name)
  const id = secretId(world, name, position)
  if (ids === undefined || id === undefined) return { world }
  const client = findClient(world, name)
  const secrets = client?.secrets ?? []
  const answer = await sendDelete(session, ids, id)
  if (answer.status === 0) return { world: forgetSecrets(world, name) }
  if (answer.problem !== undefined) {
    if (secrets.length > 1) session.note(`DeleteUserPoolClientSecret failed: ${answer.problem}`)
    return {
      world: doubtSecrets(world, name, carriedOut('deleteUserPoolClientSecret', answer.problem), (all) =>
        all.filter((secret) => secret.id !== id)
      )
    }
  }
  // only a List can tell that there was no other
  if (client?.listed?.length === 1 && client.doubt === undefined) {
    session.note('DeleteUserPoolClientSecret deleted the last secret of a client')
  }
  // one id for two secrets: no telling which of them is gone
  if (secrets.filter((secret) => secret.id === id).length > 1) {
    return { world: forgetSecrets(world, name) }
  }
  return { world: changeSecrets(world, name, (all) => all.filter((secret) => secret.id !== id), id) }
}
