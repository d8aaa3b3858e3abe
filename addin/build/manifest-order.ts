/**
 * Which children an element of the manifest may have, in which order, and which it must have. Excel refuses a manifest whose
 * elements stand in another order, often without saying so. Source: Microsoft, "How to find the proper order of manifest
 * elements", for the elements that this add-in uses; anything else is refused.
 */
export interface Children {
  readonly order: readonly string[]
  readonly required: readonly string[]
}

const all = (...order: string[]): Children => ({ order, required: order })
const some = (order: readonly string[], required: readonly string[]): Children => ({ order, required })
const onlyText = all()

/** By element name; where a name has two meanings, by `Parent/Name`. */
export const childrenOf: Readonly<Record<string, Children>> = {
  OfficeApp: all(
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ),
  Id: onlyText,
  Version: onlyText,
  ProviderName: onlyText,
  DefaultLocale: onlyText,
  DisplayName: all('Override'),
  'OfficeApp/Description': all('Override'),
  IconUrl: onlyText,
  HighResolutionIconUrl: onlyText,
  SupportUrl: onlyText,
  AppDomains: all('AppDomain'),
  AppDomain: onlyText,
  'OfficeApp/Hosts': all('Host'),
  'Hosts/Host': some(['Runtimes', 'AllFormFactors', 'DesktopFormFactor'], []),
  Requirements: all('Sets'),
  Sets: all('Set'),
  Set: onlyText,
  DefaultSettings: all('SourceLocation'),
  SourceLocation: onlyText,
  Permissions: onlyText,
  VersionOverrides: all('Hosts', 'Resources'),
  'VersionOverrides/Hosts': all('Host'),
  Runtimes: all('Runtime'),
  Runtime: onlyText,
  AllFormFactors: all('ExtensionPoint'),
  'AllFormFactors/ExtensionPoint': all('Script', 'Page', 'Metadata', 'Namespace'),
  Script: all('SourceLocation'),
  Page: all('SourceLocation'),
  Metadata: all('SourceLocation'),
  Namespace: onlyText,
  DesktopFormFactor: all('GetStarted', 'FunctionFile', 'ExtensionPoint'),
  GetStarted: all('Title', 'Description', 'LearnMoreUrl'),
  Title: onlyText,
  Description: onlyText,
  LearnMoreUrl: onlyText,
  FunctionFile: onlyText,
  'DesktopFormFactor/ExtensionPoint': all('OfficeTab'),
  OfficeTab: all('Group'),
  Group: all('Label', 'Icon', 'Control'),
  Label: onlyText,
  Icon: all('Image'),
  Control: all('Label', 'Supertip', 'Icon', 'Action'),
  Supertip: all('Title', 'Description'),
  Action: some(['FunctionName', 'SourceLocation'], []),
  FunctionName: onlyText,
  Resources: all('Images', 'Urls', 'ShortStrings', 'LongStrings'),
  Images: all('Image'),
  Image: onlyText,
  Urls: all('Url'),
  Url: some(['Override'], []),
  ShortStrings: all('String'),
  LongStrings: all('String'),
  String: all('Override'),
  Override: onlyText,
}

/** What the element may hold: the entry of its own meaning below this parent comes first. */
export function childrenUnder(parent: string, name: string): Children | undefined {
  return childrenOf[`${parent}/${name}`] ?? childrenOf[name]
}
