/**
 * The contract on Node: targets behind URLs, servers around handlers, clients in other processes.
 */
export { type AwsChoices, awsSettings, type AwsSettings, type Environment } from './aws/awsSettings.js'
export { clientProcess, type ClientProcess } from './clientProcess.js'
export { type Credentials, DUMMY_CREDENTIALS } from './aws/Credentials.js'
export { httpTarget, type HttpTargetOptions } from './httpTarget.js'
export { listen, type Listening, type ListenOptions } from './listen.js'
