/** Each sees what their own duties give them to do. */
export const anyMember = (): boolean => true
