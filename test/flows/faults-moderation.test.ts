import { sweep } from './fault-sweep'

sweep(['moderation'])
