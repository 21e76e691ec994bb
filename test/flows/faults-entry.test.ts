import { sweep } from './fault-sweep'

sweep(['community', 'entry', 'member', 'inbox', 'training'])
