/**
 * The contract on Node: targets behind URLs, servers around handlers, clients in other processes.
 */
export { clientProcess, type ClientProcess } from './clientProcess.js'
export {
  type Credentials,
  credentialsFrom,
  DUMMY_CREDENTIALS,
  httpTarget,
  type HttpTargetOptions
} from './httpTarget.js'
export { listen, type Listening, type ListenOptions } from './listen.js'
