/**
 * HTML or XML in which text cannot become markup: what is put into a template is escaped, unless it is a template itself.
 */
import { escape } from 'html-escaper'
import { printable } from '../suite/shared/text.js'

export interface Markup {
  readonly markup: string
}

export type Content = string | number | Markup | ReadonlyArray<Markup>

export const nothing: Markup = { markup: '' }

const render = (content: Content): string => {
  // a line feed as a reference: in a build log no line may start with the words of a target
  if (typeof content === 'string') return escape(printable(content)).replaceAll('\n', '&#10;')
  if (typeof content === 'number') return String(content)
  return 'markup' in content ? content.markup : content.map(render).join('')
}

/** A template tag. */
export const markup = (parts: TemplateStringsArray, ...contents: ReadonlyArray<Content>): Markup => ({
  markup: parts.map((part, i) => part + render(contents[i] ?? '')).join('')
})
