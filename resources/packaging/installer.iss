; The installer for Windows, compiled by build.py, which gives the facts: for one user, without an administrator.

#define Programs Folder

[Setup]
AppId={{7B0C6A52-5A0B-4C62-9D0D-2F6A4E3B81C4}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The authors of {#Name}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#ChineseName}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
SetupIconFile={#Work}\app.ico
UninstallDisplayIcon={app}\{#AppId}.exe
UninstallDisplayName={#ChineseName} {#Name}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
OutputDir={#Dist}
OutputBaseFilename={#AppId}-{#Version}-windows

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[Files]
Source: "{#Programs}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#ChineseName} {#Name}"; Filename: "{app}\{#AppId}.exe"
Name: "{autodesktop}\{#ChineseName} {#Name}"; Filename: "{app}\{#AppId}.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\{#AppId}.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Registry]
Root: HKA; Subkey: "Software\RegisteredApplications"; ValueType: string; ValueName: "{#Name}"; ValueData: "Software\{#Name}\Capabilities"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\{#Name}\Capabilities"; ValueType: string; ValueName: "ApplicationName"; ValueData: "{#ChineseName} {#Name}"

#include Work + "\file_types.iss"
