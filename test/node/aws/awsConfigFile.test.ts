/**
 * The files of the AWS CLI, as it reads them.
 */
import { expect, test } from 'vitest'
import { parseAwsConfigFile } from '../../../src/node/aws/awsConfigFile.js'

const read = (text: string): unknown =>
  Object.fromEntries([...parseAwsConfigFile(text)].map(([name, settings]) => [name, Object.fromEntries(settings)]))

test.each([
  ['a setting', '[a]\nx = 1', { a: { x: '1' } }],
  ['no blanks, Windows line ends, a name in capitals', '[a]\r\nX=1\r\ny=2', { a: { x: '1', y: '2' } }],
  ['an equals sign in a value', '[a]\nx = 1=2', { a: { x: '1=2' } }],
  ['a heading with quotes and blanks', '  [ profile  "my   name" ]\nx = 1', { 'profile my name': { x: '1' } }],
  ['a heading twice', '[a]\nx = 1\n[b]\n[a]\ny = 2', { a: { x: '1', y: '2' }, b: {} }],
  ['the last value of a setting', '[a]\nx = 1\nx = 2', { a: { x: '2' } }],
  ['comments', '# [b]\n; x = 1\n[a] # b\nx = 1 ; c\ny = 2#3\nz = #\n', { a: { x: '1', y: '2#3', z: '' } }],
  ['a setting in a comment', '[a]\n# x = 1\n;y = 2', { a: {} }],
  ['brackets in a value', '[a]\nx = [b]', { a: { x: '[b]' } }],
  ['no heading', 'x = 1\n[a]', { a: {} }],
  ['what is neither', '[a]\nx\n= 1\n[', { a: {} }],
  [
    'a group',
    '[a]\ns3 =\n  x = 1\n\ty = 2\nz = 3\n  w = 4',
    { a: { s3: '', 's3.x': '1', 's3.y': '2', z: '3', w: '4' } }
  ],
  ['an empty setting in a group', '[a]\ns3 =\n  x =\n  y = 2', { a: { s3: '', 's3.x': '', 's3.y': '2' } }],
  ['a group ends with its section', '[a]\ns3 =\n[b]\n  x = 1', { a: { s3: '' }, b: { x: '1' } }]
])('%s', (_, text, sections) => {
  expect(read(text)).toEqual(sections)
})
