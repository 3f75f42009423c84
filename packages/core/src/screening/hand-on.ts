// Which reason of not accepting means that another desk must go on with the report? One code, asked for by the form and held by the server (docs/decisions/0054).

/** Whether a report that is not accepted for this reason belongs to another county, which is to be named. */
export const belongsElsewhere = (reason: string | null): boolean => reason === 'otherCounty';
