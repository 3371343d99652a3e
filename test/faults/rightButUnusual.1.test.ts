/** A third of what is right although unusual, so that the cores share the work. */
import { testEvery } from './passing.js'

testEvery(3, 0)
