[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $recipes = (Resolve-Path "$PSScriptRoot/../../docs/recipes").Path
}

Describe 'A recipe' {
    BeforeEach {
        $simulator = Open-Simulator -Argument '--speed', 10000
        $env:NOVITA_ENDPOINT = $simulator.Endpoint
        $env:NOVITA_API_KEY = $simulator.Key
        Push-Location TestDrive:
    }

    AfterEach {
        Pop-Location
        Close-Simulator $simulator
    }

    It 'exports the whole fleet, with times that any tool reads' {
        & $recipes/Export-FleetReport.ps1 -Path fleet.csv

        $rows = Import-Csv fleet.csv
        $live = Get-NovitaInstance -All
        $rows.Id | Should -Be $live.Id
        foreach ($index in 0..($rows.Count - 1)) {
            if ($live[$index].EndTime) {
                [datetimeoffset]::Parse($rows[$index].Ends) | Should -Be ([datetimeoffset] $live[$index].EndTime)
            }
            else {
                $rows[$index].Ends | Should -BeNullOrEmpty
            }
        }

        $rows.Where{ $_.Ends }.Ends | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$'
        Test-Path fleet.csv.part | Should -BeFalse
    }

    It 'leaves the old report where the new one fails' {
        'old' | Set-Content fleet.csv
        $env:NOVITA_API_KEY = 'sk_another_key_altogether'

        { & $recipes/Export-FleetReport.ps1 -Path fleet.csv } | Should -Throw -ErrorId 'ApiKeyRefused,*'

        Get-Content fleet.csv | Should -Be 'old'
        Test-Path fleet.csv.part | Should -BeFalse
    }

    It 'exports the instances that are idle' {
        & $recipes/Export-IdleReport.ps1 -Path idle.csv -Window 00:10:00

        $rows = Import-Csv idle.csv
        $rows.Id | Should -Be (Find-NovitaIdleInstance -Window 00:10:00).Id
        $rows.Count | Should -BeGreaterThan 0
        $rows.Since | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$'
        Test-Path idle.csv.part | Should -BeFalse
    }

    It 'stops what is idle, and none where there are too many' {
        $idle = @(Find-NovitaIdleInstance -Window 00:10:00)
        $idle.Count | Should -BeGreaterThan 1

        { & $recipes/Stop-IdleInstance.ps1 -Name * -Window 00:10:00 -MaxAffected 1 } | Should -Throw -ErrorId 'TooManyAffected,*'
        & $recipes/Stop-IdleInstance.ps1 -Name $idle[0].Name -Window 00:10:00 -WhatIf | Should -BeNullOrEmpty
        $stopped = & $recipes/Stop-IdleInstance.ps1 -Name * -Window 00:10:00 -MaxAffected 1000

        $stopped.Id | Sort-Object | Should -Be ($idle.Id | Sort-Object)
    }

    It 'saves an image before it removes the instance' {
        $instance = Get-NovitaInstance -Name train-llama-18 -Exact

        & $recipes/Remove-WithImage.ps1 -Name train-llama-18 -ImageUrl registry.example/team/train:1 -WhatIf
        Get-NovitaJob -InstanceId $instance.Id -Type saveImage -State pulling, running, success -After (Get-Date).AddMinutes(-5) | Should -BeNullOrEmpty
        & $recipes/Remove-WithImage.ps1 -Name train-llama-18 -ImageUrl registry.example/team/train:1 -Confirm:$false

        (Get-NovitaJob -InstanceId $instance.Id -All | Where-Object State -EQ success).Type | Should -Contain saveImage
        { Get-NovitaInstance -Id $instance.Id -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }

    It 'writes a page about the fleet in which a name is harmless' {
        $names = '<script>alert(1)</script>', "`u{202E}txt.exe", 'שלום & "עולם"'
        foreach ($name in $names) {
            $null = New-NovitaInstance -Name $name -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -BillingMode monthly -Month 1 -Confirm:$false
        }

        & $recipes/Export-FleetPage.ps1 -Path fleet.html -DeadlineDays 40 -IdleWindow 00:10:00

        $html = Get-Content fleet.html -Raw
        $page = [xml] $html
        $texts = $page.SelectNodes('//bdi').InnerText
        $texts | Should -Contain $names[0]
        $texts | Should -Contain '\u202Etxt.exe'
        $texts | Should -Contain $names[2]
        $page.SelectNodes('//script | //link | //img | //@href | //@src').Count | Should -Be 0
        $html | Should -Not -Match 'https?:|url\(|@import'
        $page.SelectNodes('//ol[@class="days"]/li').Count | Should -Be 30
        $page.SelectNodes('//div[@class="tile"]/strong')[0].InnerText | Should -Be 253
        Test-Path fleet.html.part | Should -BeFalse
    }

    It 'shows on the page what was billed, day by day' {
        $today = [datetime]::UtcNow.Date
        $costs = Get-NovitaCostReport -After $today.AddDays(-7) -Before $today -GroupBy Day

        & $recipes/Export-FleetPage.ps1 -Path fleet.html -Days 7 -IdleWindow 00:10:00

        $days = ([xml] (Get-Content fleet.html -Raw)).SelectNodes('//ol[@class="days"]/li/@title').Value
        $days | Should -Be ($costs | Sort-Object Group | ForEach-Object { '{0}: {1:N2} USD' -f $_.Group, $_.Amount })
    }

    It 'leaves the old page where the new one fails' {
        'old' | Set-Content fleet.html
        $env:NOVITA_API_KEY = 'sk_another_key_altogether'

        { & $recipes/Export-FleetPage.ps1 -Path fleet.html } | Should -Throw -ErrorId 'ApiKeyRefused,*'

        Get-Content fleet.html | Should -Be 'old'
    }

    It 'writes a report of instances whose path looks like a wildcard' {
        'another' | Set-Content r1.csv

        & $recipes/Export-FleetReport.ps1 -Path './r[1].csv'
        & $recipes/Export-FleetReport.ps1 -Path './r[1].csv'

        (Import-Csv -LiteralPath './r[1].csv').Count | Should -Be 250
        Get-Content r1.csv | Should -Be 'another'
    }

    It 'rents the cheapest machine that fits, and says the price first' {
        $created = & $recipes/New-CheapestInstance.ps1 -Gpu *4090*, *5090*, *3090* -MinMemoryPerGpu 80 -GpuNum 2 -ImageUrl img:tag -Confirm:$false

        $created.ProductId | Should -Be 3090.16c92g
        $created.GpuNum | Should -Be 2
    }

    It 'creates nothing where nothing fits, and nothing with -WhatIf' {
        $before = (Get-NovitaInstance -All).Count

        { & $recipes/New-CheapestInstance.ps1 -Gpu *H100* -MaxPrice 1 -ImageUrl img:tag -Confirm:$false } | Should -Throw 'Nothing that fits*'
        & $recipes/New-CheapestInstance.ps1 -Gpu *H100* -ImageUrl img:tag -WhatIf | Should -BeNullOrEmpty

        (Get-NovitaInstance -All).Count | Should -Be $before
    }

    It 'waits for stock, then creates one instance' {
        $created = & $recipes/Wait-Stock.ps1 -Id 4090.16c62g, 5090.12c90g -ImageUrl img:tag -TimeoutSec 30

        $created.Count | Should -Be 1
        $created.ProductId | Should -Be 4090.16c62g
    }

    It 'fails where no stock comes in time' {
        { & $recipes/Wait-Stock.ps1 -Id no-such -ImageUrl img:tag -IntervalSec 1 -TimeoutSec 1 } | Should -Throw 'None of no-such came in stock*'
    }

    It 'adds up what the fleet costs by team' {
        $teams = & $recipes/Get-CostByTeam.ps1

        $whole = Measure-NovitaCost
        $teams.Team | Should -Contain 'train'
        ($teams | Measure-Object Instances -Sum).Sum | Should -Be $whole.Instances
        [Math]::Round(($teams | Measure-Object PerDay -Sum).Sum, 2) | Should -Be ([Math]::Round($whole.PerDay, 2))
        $teams.PerDay | Should -Be ($teams.PerDay | Sort-Object -Descending)
    }

    It 'lists what ends soon, the next first, and nothing without an end' {
        $soon = & $recipes/Get-ExpiringInstance.ps1 -Days 60

        $soon | Should -Not -BeNullOrEmpty
        $soon.EndTime | Should -Not -Contain $null
        $soon.EndTime | Should -Be ($soon.EndTime | Sort-Object)
        ($soon.EndTime | Measure-Object -Maximum).Maximum | Should -BeLessThan (Get-Date).AddDays(60)
    }

    It 'stops what has been running for too long, and only looks with -WhatIf' {
        $before = Get-NovitaInstance -Name dev-box-* -Status running -All
        Restart-NovitaInstance -Id $before[0] -Wait -IntervalSec 1
        $before = $before | Select-Object -Skip 1 | Get-NovitaInstance | Where-Object CreatedAt

        & $recipes/Stop-LongRunning.ps1 -Name dev-box-* -Hours 1 -WhatIf | Should -BeNullOrEmpty
        (Get-NovitaInstance -Id $before.Id).Status | Should -Not -Contain 'exited'

        $stopped = & $recipes/Stop-LongRunning.ps1 -Name dev-box-* -Hours 1
        $stopped.Id | Should -Be $before.Id
    }

    It 'stops none whose name only contains the one that was given' {
        $running = Get-NovitaInstance -Name dev-box-* -Status running -All | Get-NovitaInstance | Where-Object CreatedAt
        $running.Name | Should -Contain 'dev-box-10'

        & $recipes/Stop-LongRunning.ps1 -Name dev-box-1 -Hours 1 | Should -BeNullOrEmpty
        (& $recipes/Stop-LongRunning.ps1 -Name dev-box-10, no-such-* -Hours 1).Name | Should -Be 'dev-box-10'
    }

    It 'exports what a month cost, which adds up to the report' {
        & $recipes/Export-MonthlyCost.ps1 -Path cost.csv

        $rows = Import-Csv cost.csv
        $live = Get-NovitaCostReport
        $rows.Count | Should -Be $live.Count
        $rows.Group | Should -Be $live.Group
        [decimal] $rows[0].Amount | Should -Be $live[0].Amount
        Test-Path cost.csv.part | Should -BeFalse
    }

    It 'adds up what was billed by team to the whole' {
        $teams = & $recipes/Get-BilledCostByTeam.ps1

        $whole = [decimal] 0
        Get-NovitaCostReport | ForEach-Object { $whole += $_.Amount }
        $sum = [decimal] 0
        $teams | ForEach-Object { $sum += $_.Amount }
        $sum | Should -Be $whole
        $teams.Team | Should -Contain '(gone)'
        $teams.Team | Should -Contain 'train'
        $teams.Team | Should -Contain '(cloud_storage)'
    }

    It 'writes a mail about each deadline' {
        $text = & $recipes/Get-DeadlineMail.ps1 -Days 60

        $text[0] | Should -Be 'Within 60 days:'
        $text.Count | Should -Be (@(Get-NovitaDeadline -Days 60).Count + 2)
    }

    It 'tells by its exit code whether the balance is low' {
        & $recipes/Test-Balance.ps1 -Minimum 50 | Should -Match '^100000\.00 USD are left'
        $LASTEXITCODE | Should -Be 0
        & $recipes/Test-Balance.ps1 -Minimum 1000000 3> $null
        $LASTEXITCODE | Should -Be 1
        $env:NOVITA_API_KEY = 'sk_another_key_altogether'
        & $recipes/Test-Balance.ps1 -Minimum 50 3> $null
        $LASTEXITCODE | Should -Be 2
    }

    It 'reports several accounts together, and ends their sessions' {
        & $recipes/Export-AccountReport.ps1 -Account @{ prod = $simulator.Key; lab = $simulator.Key } -Path accounts.csv

        $rows = Import-Csv accounts.csv
        $rows.Account | Select-Object -Unique | Should -Be 'lab', 'prod'
        ($rows | Measure-Object Instances -Sum).Sum | Should -Be 500
        Get-NovitaSession | Should -BeNullOrEmpty
    }

    It 'leaves the sessions of the caller alone' {
        $session = Connect-Novita -Name prod -ApiKey $simulator.Key -PassThru

        & $recipes/Export-AccountReport.ps1 -Account @{ prod = $simulator.Key; lab = $simulator.Key } -Path './accounts[1].csv'

        Get-NovitaSession | Should -Be $session
        (Import-Csv -LiteralPath './accounts[1].csv').Account | Select-Object -Unique | Should -Be 'lab', 'prod'
        (Get-NovitaInstance -First 1).SessionName | Should -Be 'prod'
    }

    It 'leaves no session and the old report where a key is refused' {
        'old' | Set-Content accounts.csv
        $accounts = @{ lost = 'sk_another_key_altogether' }
        1..9 | ForEach-Object { $accounts["$_"] = $simulator.Key }

        { & $recipes/Export-AccountReport.ps1 -Account $accounts -Path accounts.csv } | Should -Throw -ErrorId 'ApiKeyRefused,*'

        Get-NovitaSession | Should -BeNullOrEmpty
        Get-Content accounts.csv | Should -Be 'old'
    }

    It 'tells of spot instances whose notice has come already' {
        $notified = (Get-NovitaInstance -All | Where-Object SpotStatus -EQ notified).Id

        $told = & $recipes/Watch-SpotNotice.ps1 -Action { param($Id) $Id } -IntervalSec 1 -TimeoutSec 1

        $notified.Count | Should -BeGreaterThan 1
        $told | Sort-Object | Should -Be ($notified | Sort-Object)
    }

    It 'goes on after an action that fails, and says whose it was' {
        $first, $others = Get-NovitaInstance -All | Where-Object SpotStatus -EQ notified | Sort-Object SpotReclaimTime

        $done = & $recipes/Watch-SpotNotice.ps1 -IntervalSec 1 -TimeoutSec 1 -ErrorVariable failed 2>$null -Action {
            param($Id)
            if ($Id -eq $first.Id) { throw 'The disk is full.' }
            $Id
        }

        $done | Should -Be $others.Id
        "$failed" | Should -BeLike "*$($first.Name)*The disk is full.*"
    }

    It 'tells once of each notice that comes while it watches, an outage or not' {
        $outage = try { Connect-Novita -Endpoint http://127.0.0.1:1 -MaximumRetryCount 0 } catch { $_ }
        $notice = 'one', 'two', 'three' | ForEach-Object {
            [pscustomobject] @{ Id = $_; Name = $_; SpotStatus = 'notified'; SpotReclaimTime = (Get-Date).AddMinutes(5) }
        }
        $looks = [Collections.Queue] @({ $notice[0] }, { throw $outage }, { $notice[0, 1] }, { $notice[2]; throw $outage }, { $notice }, { $notice[0].SpotReclaimTime = (Get-Date).AddMinutes(9); $notice })
        Mock Get-NovitaInstance { if ($looks.Count) { & $looks.Dequeue() } }

        $told = & $recipes/Watch-SpotNotice.ps1 -Action { param($Id) $Id } -IntervalSec 1 -TimeoutSec 6 -WarningVariable warnings 3>$null

        $outage.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $told | Should -Be 'one', 'two', 'three', 'one'
        $warnings.Count | Should -Be 2
        $looks.Count | Should -Be 0
    }

    It 'tells of no time left where it is over, and of none at all where it is unknown' {
        Mock Get-NovitaInstance {
            [pscustomobject] @{ Id = 'over'; Name = 'over'; SpotStatus = 'notified'; SpotReclaimTime = (Get-Date).AddMinutes(-5) }
            [pscustomobject] @{ Id = 'soon'; Name = 'soon'; SpotStatus = 'notified'; SpotReclaimTime = [datetime]::Today.AddYears(50) }
            [pscustomobject] @{ Id = 'unknown'; Name = 'unknown'; SpotStatus = 'notified'; SpotReclaimTime = $null }
        }

        $times = @{}
        & $recipes/Watch-SpotNotice.ps1 -Action { param($Id, $Name, $Left) $times[$Name] = $Left } -IntervalSec 1 -TimeoutSec 1

        $times.over | Should -Be ([timespan]::Zero)
        $times.soon | Should -BeGreaterThan ([timespan]::FromDays(365))
        $times.Keys | Should -Contain 'unknown'
        $times.unknown | Should -BeNullOrEmpty
    }

    It 'watches no longer where the key is refused' {
        $env:NOVITA_API_KEY = 'sk_another_key_altogether'

        { & $recipes/Watch-SpotNotice.ps1 -Action { } -TimeoutSec 60 } | Should -Throw -ErrorId 'ApiKeyRefused,*'
    }

    Context 'in Azure Automation' {
        BeforeEach {
            function Get-AutomationPSCredential([string] $Name) {
                [pscredential]::new($Name, (ConvertTo-SecureString $simulator.Key -AsPlainText))
            }
        }

        It 'stops what a wildcard names' {
            $names = (Get-NovitaInstance -Name dev-box-* -Status running -All).Name
            $env:NOVITA_API_KEY = $null

            $told = & $recipes/azure-automation.ps1

            $told | Sort-Object | Should -Be ($names | ForEach-Object { "$_ is exited" } | Sort-Object)
        }

        It 'stops none whose name only contains the one that was given' {
            $null = New-NovitaInstance -Name dev-box-1 -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -Confirm:$false

            & $recipes/azure-automation.ps1 -Name dev-box-1 | Should -Be 'dev-box-1 is exited'
        }
    }

    It 'runs in GitHub Actions, with nothing but the checkout' {
        $workflow = Get-Content $recipes/github-actions.yml -Raw
        $scripts = [regex]::Matches($workflow, '(?m)^        run: (?:\|\n(?<script>(?: {10}.*\n|\n)+)|(?<script>.+)\n)')
        $null = New-Item checkout -ItemType Directory
        Get-ChildItem (Split-Path (Split-Path $recipes)) -Force | Where-Object Name -NotIn .git, artifacts, bin, out | Copy-Item -Destination checkout -Recurse
        Set-Location checkout
        $env:GITHUB_STEP_SUMMARY = Join-Path (Get-Location).ProviderPath summary.md
        try {
            # Each step is a new PowerShell, which the runner begins and ends like this.
            foreach ($script in $scripts.ForEach{ $_.Groups['script'].Value -replace '(?m)^ {10}' }) {
                "`$ErrorActionPreference = 'stop'`n$script`nif (Test-Path Variable:LASTEXITCODE) { exit `$LASTEXITCODE }" | Set-Content step.ps1
                $told = dotnet "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -Command '. ./step.ps1' 2>&1
                $LASTEXITCODE | Should -Be 0 -Because "$told"
            }

            (Import-Csv fleet.csv).Count | Should -Be 250
            Get-Content summary.md | Should -Be "$((Get-NovitaInstance -Status running -All).Count) instances are running."
        }
        finally {
            $env:GITHUB_STEP_SUMMARY = $null
        }

        $workflow.IndexOf('uses: actions/checkout@') | Should -BeIn (1..$scripts[0].Index)
        $workflow | Should -Match '(?m)^        shell: pwsh$'
    }

    It 'guards a sheet against names that are formulas' {
        $script = (Get-Content $recipes/README.md -Raw) -match '(?ms)^```powershell\n(?<script>.*?)^```' ? $Matches.script : $null
        $null = New-NovitaInstance -Name '=cmd|calc' -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -Confirm:$false

        & ([scriptblock]::Create($script))

        (Import-Csv sheet.csv)[0].Name | Should -Be "'=cmd|calc"
        (Import-Csv sheet.csv)[1].Name | Should -Not -Match "^'"
    }
}
