# Windows: motcua whenever the machine is on, by its own task scheduler. Run as administrator:
#   powershell -ExecutionPolicy Bypass -File deploy\windows-task.ps1
# It expects motcua in C:\motcua\Scripts (py -m venv C:\motcua; C:\motcua\Scripts\pip install .).
$data = "$env:ProgramData\motcua"
$log = "$data\motcua.log"
New-Item -ItemType Directory -Force $data | Out-Null
icacls $data /inheritance:r /grant "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-19:(OI)(CI)M"
[Environment]::SetEnvironmentVariable("MOTCUA_DATA", $data, "Machine")

# The log of the start before is kept beside it; a task that runs for months writes little else.
$run = "/c move /y `"$log`" `"$log.1`" & C:\motcua\Scripts\motcua.exe serve > `"$log`" 2>&1"
$action = New-ScheduledTaskAction -Execute "cmd.exe" -Argument $run
$trigger = New-ScheduledTaskTrigger -AtStartup
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1)
Register-ScheduledTask -Force -TaskName "motcua" -Action $action -Trigger $trigger -Settings $settings -User "NT AUTHORITY\LocalService"
Start-ScheduledTask -TaskName "motcua"
