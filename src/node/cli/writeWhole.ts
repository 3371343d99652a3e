/**
 * Files that are written whole or not at all: a disk may fill in the middle.
 */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Without `recursive`: where no folder can be made, as in /proc, Node's own recursion may never end. */
const makeFolder = async (folder: string): Promise<void> => {
  if (existsSync(folder) || folder === dirname(folder)) return
  await makeFolder(dirname(folder))
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // another process was faster
    if (error.code !== 'EEXIST') throw error
  })
}

/** Makes the folder and writes to a file beside `file`; `then` says what becomes of it. Errors name `file`. */
const beside = async (file: string, text: string, then: (temporary: string) => Promise<void>): Promise<void> => {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await makeFolder(dirname(file))
    await writeFile(temporary, text)
    await then(temporary)
  } catch (error) {
    // fails where there is no folder, and nothing to remove
    await rm(temporary, { force: true }).catch(() => undefined)
    throw new Error((error as Error).message.replaceAll(temporary, file), { cause: error })
  }
}

const kindOf = async (file: string): Promise<'file' | 'folder' | 'device' | undefined> => {
  const existing = await stat(file).catch(() => undefined)
  return existing && (existing.isFile() ? 'file' : existing.isDirectory() ? 'folder' : 'device')
}

/** Makes its folder. What is no ordinary file, as /dev/stdout, is written to as it is. */
export const writeWhole = async (file: string, text: string): Promise<void> => {
  const kind = await kindOf(file)
  return kind === 'folder' || kind === 'device'
    ? writeFile(file, text)
    : beside(file, text, (temporary) => rename(temporary, file))
}

/** Why `writeWhole` would fail, found without a change to what is there; it makes the folder. */
export const problemOfWriting = async (file: string): Promise<string | undefined> => {
  const kind = await kindOf(file)
  if (kind === 'folder') return 'it is a folder'
  if (kind === 'device') return undefined
  return beside(file, '', (temporary) => rm(temporary)).then(
    () => undefined,
    (error: Error) => error.message
  )
}
