// Whom is a report about? Its subject or its victim; the others are beside them.

/** Whether a person with this role in a report is one whom it is about. Without such a person there is nobody to help and no case. */
export const isAbout = (role: string): boolean => role === 'subject' || role === 'victim';
