/**
 * Modules that a flag names.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { maskEnvironment } from './maskEnvironment.js'

/** Node says which file of this package imported the module, which tells nobody anything. */
const withoutImporter = (message: string): string => message.replace(/ imported from \S+loadModule\.js$/, '')

/** The exports of a module, or what is wrong with it. */
export const loadModule = async (flag: string, file: string): Promise<Readonly<Record<string, unknown>> | string> => {
  try {
    const { href } = pathToFileURL(resolve(file))
    return (await import(href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    return `${flag} ${file} could not be loaded: ${error instanceof Error ? maskEnvironment(withoutImporter(error.message)) : 'it threw'}`
  }
}
