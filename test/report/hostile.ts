/**
 * Text that breaks out of careless reports, and whole reports full of it.
 */
import * as fc from 'fast-check'
import { type ClauseResult, type Counterexample, judge, type Report } from '../../src/conformance.js'
import { clause, clauseIds } from '../../src/clauses/index.js'
import { type Step } from '../../src/generators/TestCase.js'
import { anyText } from '../anyText.js'

/** Each is a known way out of some format, or a trap of an encoding. */
export const hostileSamples: ReadonlyArray<string> = [
  ']]>',
  '</script><script>alert(1)</script>',
  '</pre></body></html>',
  '</style><style>*{display:none}</style>',
  '<img src=x onerror="alert(1)">',
  '<!-- -->',
  '<!DOCTYPE x [<!ENTITY e "boom">]>&e;',
  '&lt;&amp;&#0;&#xD800;',
  `"' onmouseover='alert(1)' x="`,
  '| a | b |\n|---|---|',
  '`code` ``` ~~~ ````` ',
  '\n```\n# heading\n<b>html</b>\n',
  '```',
  '`````',
  '~~~',
  '- item',
  '+ item',
  '1. one',
  '2) two',
  '# heading',
  '> quote',
  '---',
  '===',
  '<div',
  '<script src=x',
  '<?php',
  '<!-- ',
  '</b ',
  '::error::first',
  '[link](javascript:alert(1)) ![image](http://example.invalid/x.png)',
  '\n# heading\n- item\n1. one\n---\n===',
  '%0A::error::injected',
  '\n::error title=x::injected\n',
  '\r\n  ::stop-commands::x',
  '##[error]injected ##vso[task.complete result=Succeeded] ##teamcity[x]',
  '\u001b[31mred\u001b[0m\u001b]8;;http://example.invalid\u0007link\u009b2J',
  '\u0000\u0008\u007f\u0085',
  '\ud800 \udc00',
  '\u202eevil\u202c \u200f\u200e\u2067x\u2069 \u061c',
  '\u2028\u2029\ufeff\u200b\u00ad\ufffe\uffff',
  '\u{e0041}\u{e007f}',
  'שלום مرحبا',
  '👩‍👩‍👧‍👦🎉',
  'true',
  '__proto__',
  '{{7*7}} ${7*7} <%= 7*7 %>'
]

const long = fc.constantFrom('x'.repeat(5200), '\ud83d\ude00'.repeat(700), '`<\n'.repeat(400))

const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.array(fc.constantFrom(...hostileSamples), { maxLength: 4 }).map((some) => some.join(''))
  },
  { weight: 2, arbitrary: anyText({ maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'`|<>&%:,\n\r#[]\\*_~ \u0000\ud800'), maxLength: 60 }) }
)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ op: fc.constant('list' as const), body: hostileText }),
  fc.record({
    op: fc.constant('list' as const),
    body: hostileText,
    method: hostileText,
    headers: fc.dictionary(hostileText, hostileText, { maxKeys: 2 })
  }),
  fc.record({ op: fc.constant('createUserPool' as const), pool: hostileText }),
  fc.record({ op: fc.constant('deleteUserPoolClientSecret' as const), client: hostileText, position: fc.nat(1) })
)

const message = fc.record({
  start: hostileText,
  headers: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
  body: hostileText
})

/** Of servers, and, with members missing, of clients and validators. */
const counterexample: fc.Arbitrary<Counterexample> = fc.record(
  {
    probe: hostileText,
    expected: hostileText,
    received: hostileText,
    steps: fc.array(step, { maxLength: 3 }),
    value: hostileText,
    request: message,
    response: message,
    curl: hostileText,
    curlIsStale: fc.boolean(),
    replay: hostileText,
    again: fc.record({
      runs: fc.nat(5),
      failed: fc.nat(5),
      kind: fc.constantFrom('deterministic' as const, 'flaky' as const, 'unknown' as const)
    })
  },
  { requiredKeys: ['probe', 'expected', 'received'] }
)

const result = (id: ClauseResult['id']): fc.Arbitrary<ClauseResult> => {
  const { sentence, level, evidence, section } = clause(id)
  const about = { id, sentence, level, evidence, section }
  const counts = { exercised: fc.nat(5000), broken: fc.nat(50) }
  const broken = { ...counts, foundAfter: fc.nat(5000), counterexample }
  const symptom = fc.constantFrom<Array<Partial<ClauseResult>>>({}, { symptom: 'notJson' }, { symptom: 'twoNames' })
  const status = level === 'MUST' ? ('failed' as const) : ('warned' as const)
  return fc.oneof(
    { weight: 5, arbitrary: fc.record(counts).map((rest) => ({ ...about, ...rest, status: 'passed' as const })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.record(broken), symptom)
        .map(([rest, shared]) => ({ ...about, ...rest, ...shared, status }))
    },
    {
      weight: 1,
      arbitrary: fc.record({ ...broken, known: hostileText }).map((rest) => ({ ...about, ...rest, status }))
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ reason: hostileText, excused: fc.boolean() })
        .map((rest) => ({ ...about, exercised: 0, broken: 0, status: 'untested' as const, ...rest }))
    }
  )
}

const texts = fc.array(hostileText, { maxLength: 3 })

/** Coherent reports, as the suite would judge them, in which everything that a target can influence is hostile. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    clauses: fc
      .shuffledSubarray([...clauseIds], { maxLength: 12 })
      .chain((ids) => fc.tuple(...ids.map((id) => result(id)))),
    problem: fc.option(hostileText, { nil: undefined, freq: 4 }),
    rest: fc.record({
      target: hostileText,
      seed: fc.integer(),
      runs: fc.nat(1000),
      requests: fc.nat(100_000),
      retries: fc.nat(300),
      startedAt: fc.nat(4_000_000_000).map((s) => new Date(s * 1000).toISOString()),
      durationMs: fc.nat(1_000_000),
      notes: texts,
      leftBehind: fc.array(
        fc.record({
          kind: fc.constantFrom('user pool' as const, 'app client' as const),
          id: hostileText,
          reason: hostileText
        }),
        { maxLength: 3 }
      ),
      baselineProblems: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, texts)
    })
  })
  .map(({ clauses, problem, rest }) => ({
    tool: 'cognito-secrets-contract',
    formatVersion: 1,
    ...rest,
    ...judge(clauses, problem, rest.baselineProblems),
    clauses
  }))

const isClause = (text: string): boolean => clauseIds.some((id) => id === text)

const OWN = ['id', 'symptom', 'sentence', 'level', 'evidence', 'section', 'status', 'verdict', 'tool', 'op', 'kind']

/** The same report with every free text exchanged for a harmless one: what formats must be indifferent to. */
export const tamed = (report: Report): Report => {
  const names = new Map<string, string>()
  // equal texts stay equal: some reports gather what has the same reason
  const rename = (text: string): string =>
    text === '' || isClause(text) ? text : (names.get(text) ?? (names.set(text, `x${names.size}`).get(text) as string))
  const tame = (value: unknown, parent?: string): unknown => {
    if (typeof value === 'string') return rename(value)
    if (Array.isArray(value)) return value.map((element) => tame(element))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) =>
        parent === 'headers'
          ? [rename(key), tame(member)]
          : [key, OWN.includes(key) ? (member as unknown) : tame(member, key)]
      )
    )
  }
  return tame(report) as Report
}
