/**
 * The documentation as one static site: the pages, and the API reference that typedoc makes of the docstrings.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Application, Converter, type DocumentReflection, KindRouter, type Reflection } from 'typedoc'
import { pages, ROOT } from './pages.js'

/** Pages in the order of the navigation; those that are not named come behind them. */
const FIRST = [
  'docs/server-author.md',
  'docs/client-author.md',
  'docs/testing-rotation.md',
  'docs/running-the-suite.md',
  'docs/test-runners.md',
  'docs/validators.md',
  'docs/command-line.md',
  'docs/emulators.md',
  'docs/aws.md',
  'docs/implementations.md',
  'docs/clauses.md',
  'docs/sources.md',
  'spec/README.md',
  'docs/architecture.md'
]

/** Every page but the README, which is the first of the site. */
const documents = (): Array<string> => {
  const servers = readdirSync(join(ROOT, 'docs/implementations')).map((name) => `docs/implementations/${name}`)
  return [...new Set([...FIRST, ...pages, ...servers])].filter((page) => page !== 'README.md')
}

/** The file that each page is made from, without folder and extension. */
const files = new WeakMap<Reflection, string>()

/** A page keeps the name of its file in the address, whatever its heading says. */
class PageRouter extends KindRouter {
  override getIdealBaseName(reflection: Reflection): string {
    const file = files.get(reflection)
    return file === undefined ? super.getIdealBaseName(reflection) : `pages/${file}`
  }
}

const headingOf = (path: string): string => /^# (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? basename(path, '.md')

/** Whether the site could be built: every warning is an error, and printed. */
export const buildSite = async (out: string): Promise<boolean> => {
  const app = await Application.bootstrap({
    options: join(ROOT, 'test/docs/typedoc.json'),
    projectDocuments: documents().map((page) => join(ROOT, page)),
    out
  })
  app.renderer.defineRouter('pages', PageRouter)
  app.options.setValue('router', 'pages')
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document: DocumentReflection) => {
    const path = document.project.files.getReflectionPath(document) ?? ''
    files.set(document, basename(path) === 'README.md' ? basename(dirname(path)) : basename(path, '.md'))
    document.name = headingOf(path)
  })
  const project = await app.convert()
  if (project === undefined) return false
  app.validate(project)
  await app.generateDocs(project, out)
  return !app.logger.hasErrors() && !app.logger.hasWarnings()
}
