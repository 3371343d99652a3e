/**
 * What signs requests.
 */
export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Accepted by every emulator that does not check signatures, known to no account. */
export const DUMMY_CREDENTIALS: Credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'dummy' }
