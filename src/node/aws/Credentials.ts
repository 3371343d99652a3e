/**
 * What signs requests.
 */
export interface Credentials {
  /** Such as `AKIDEXAMPLE`. */
  readonly accessKeyId: string
  /** Never printed. */
  readonly secretAccessKey: string
  /** Only for temporary credentials. */
  readonly sessionToken?: string
}

/** Accepted by every emulator that does not check signatures, known to no account. */
export const DUMMY_CREDENTIALS: Credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'dummy' }
