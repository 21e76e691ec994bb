import { sweep } from './fault-sweep'

sweep(['help'])
