import { sweep } from './fault-sweep'

sweep(['event'])
