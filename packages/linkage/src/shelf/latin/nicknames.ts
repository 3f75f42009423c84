// Which given names are short forms of one another in English-speaking registers? A short list of common knowledge; using it is optional.

const FAMILIES =
  'robert bob rob bobby robbie|william bill will billy liam willie|richard dick rick ricky rich|james jim jimmy jamie|john jack johnny jon|margaret maggie meg peggy marge margie|' +
  'elizabeth liz beth betty lizzie eliza libby lisa|katherine catherine kathryn kate kathy cathy katie kay kitty|edward ed eddie ted ned|theodore ted theo teddy|' +
  'michael mike mick mickey|thomas tom tommy|charles charlie chuck|christopher chris kit topher|anthony tony ant|andrew andy drew|daniel dan danny|david dave davey|' +
  'joseph joe joey|benjamin ben benny|samuel sam sammy|matthew matt matty|nicholas nick nicky|alexander alex alec sandy xander|alexandra alex sandra sandy|' +
  'steven stephen steve stevie|patrick pat paddy|patricia pat patty tricia trish|jennifer jen jenny|jessica jess jessie|rebecca becky becca|susan sue susie suzy|' +
  'deborah deb debbie|barbara barb barbie babs|dorothy dot dottie dolly|virginia ginny|victoria vicky tori|christine christina chris chrissie tina|' +
  'frederick fred freddie|francis frank|frances fran frannie|george georgie|gregory greg|harold harry hal|henry harry hank|jacob jake|jonathan jon jonny|joshua josh|' +
  'kenneth ken kenny|lawrence larry|leonard len lenny leo|louis lou|nathaniel nathan nate|peter pete|philip phil|raymond ray|ronald ron ronnie|russell russ|stanley stan|' +
  'timothy tim timmy|vincent vince|walter wally walt|abigail abby gail|amanda mandy|cynthia cindy|eleanor ellie nell nora|helen nell ellen|isabella isabel bella izzy|' +
  'jacqueline jackie|judith judy|kimberly kim|madeline maddie|martha marty patsy|mary molly polly mamie|nancy nan|olivia liv livvy|pamela pam|samantha sam sammy|sarah sally sadie|' +
  'stephanie steph|theresa terry tess teresa|veronica ronnie|zachary zach zack|geoffrey jeffrey geoff jeff|gerald gerry jerry|donald don donny|douglas doug|eugene gene|albert al bert|alfred al fred alf';

let byName: Map<string, Set<number>> | undefined;

const load = (): Map<string, Set<number>> => {
  const map = new Map<string, Set<number>>();
  FAMILIES.split('|').forEach((family, i) => {
    for (const name of family.split(' ')) (map.get(name) ?? map.set(name, new Set()).get(name)!).add(i);
  });
  return map;
};

/** Do two different given names, folded to lower case, belong to one family of short forms? */
export const areNicknames = (a: string, b: string): boolean => {
  byName ??= load();
  const [left, right] = [byName.get(a), byName.get(b)];
  if (!left || !right) return false;
  for (const family of left) if (right.has(family)) return true;
  return false;
};
