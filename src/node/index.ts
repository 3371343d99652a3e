/**
 * The contract on Node: targets behind URLs, and servers around handlers.
 */
export {
  type Credentials,
  credentialsFrom,
  DUMMY_CREDENTIALS,
  httpTarget,
  type HttpTargetOptions
} from './httpTarget.js'
export { listen, type Listening, type ListenOptions } from './listen.js'
