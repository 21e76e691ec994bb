import { sweep } from './fault-sweep'

sweep(['recognition', 'challenge'])
