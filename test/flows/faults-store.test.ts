import { sweep } from './fault-sweep'

sweep(['store'])
