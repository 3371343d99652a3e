/**
 * Modules that a flag names.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { maskEnvironment } from './maskEnvironment.js'

/** The exports of a module, or what is wrong with it. */
export const loadModule = async (flag: string, file: string): Promise<Readonly<Record<string, unknown>> | string> => {
  try {
    const { href } = pathToFileURL(resolve(file))
    return (await import(href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    return `${flag} ${file} could not be loaded: ${error instanceof Error ? maskEnvironment(error.message) : 'it threw'}`
  }
}
